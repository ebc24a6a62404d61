//! Bundles `style/main.css`: each line `@import "./x.css";` gives way to that file, once, in
//! order; `layer(name)` behind the path wraps it in that layer. Nothing else is touched.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::Shell;

/// One file with all its imports in it.
pub fn bundle(sh: &Shell, file: &Path) -> Result<String> {
    let mut out = String::new();
    include(sh, file, &mut Vec::new(), &mut out)?;
    Ok(out)
}

fn include(sh: &Shell, file: &Path, seen: &mut Vec<PathBuf>, out: &mut String) -> Result<()> {
    if seen.iter().any(|known| known == file) {
        return Ok(());
    }
    seen.push(file.to_path_buf());
    let folder = file.parent().unwrap_or(Path::new("."));
    for line in sh.read_file(file)?.lines() {
        match line.trim().strip_prefix("@import") {
            None => {
                out.push_str(line);
                out.push('\n');
            }
            Some(import) => {
                let (path, layer) = parse(import).with_context(|| format!("{}: {line}", file.display()))?;
                if let Some(name) = layer {
                    out.push_str(&format!("@layer {name} {{\n"));
                }
                include(sh, &folder.join(path), seen, out)?;
                if layer.is_some() {
                    out.push_str("}\n");
                }
            }
        }
    }
    Ok(())
}

/// `"./x.css"` or `"./x.css" layer(name)`, with its semicolon: the path and the layer.
fn parse(import: &str) -> Result<(&str, Option<&str>)> {
    let rest = import.trim().trim_end_matches(';').trim().trim_start_matches('"');
    let Some((path, rest)) = rest.split_once('"') else {
        bail!("an import is written: @import \"./file.css\";");
    };
    let path = path.strip_prefix("./").unwrap_or(path);
    match rest.trim() {
        "" => Ok((path, None)),
        layer => match layer.strip_prefix("layer(").and_then(|name| name.strip_suffix(')')) {
            Some(name) => Ok((path, Some(name))),
            None => bail!("only layer(name) may stand behind the path"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_stand_in_order_once_and_in_their_layer() -> Result<()> {
        let sh = Shell::new()?;
        let dir = sh.create_temp_dir()?;
        sh.change_dir(dir.path());
        sh.write_file("a.css", "a{}\n")?;
        sh.write_file("sub/b.css", "@import \"../a.css\";\nb{}\n")?;
        sh.write_file("main.css", "@import \"./a.css\" layer(base);\n@import \"./sub/b.css\";\nc{}")?;
        let bundled = bundle(&sh, Path::new("main.css"))?;
        assert!(bundled.starts_with("@layer base {\na{}\n}\n"));
        assert!(bundled.ends_with("b{}\nc{}\n"));
        assert!(parse("\"x.css\" screen;").is_err());
        Ok(())
    }
}
