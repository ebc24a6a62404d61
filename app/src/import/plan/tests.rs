mod files;
mod maven;
mod support;
