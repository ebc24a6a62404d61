//! An answer's body, piece by piece.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

pub enum Body {
    Pieces(ReadableStreamDefaultReader),
    /// The browser does not stream: one piece.
    Whole(Response),
    Ended,
}

pub enum Step {
    Piece(Vec<u8>),
    End,
    /// The connection broke or was called off.
    Broken,
}

impl Body {
    pub fn of(response: &Response) -> Self {
        match response.body() {
            Some(stream) => Self::Pieces(stream.get_reader().unchecked_into()),
            None => response.clone().map_or(Self::Ended, Self::Whole),
        }
    }

    pub async fn next(&mut self) -> Step {
        match self {
            Self::Pieces(reader) => piece(reader).await.unwrap_or(Step::Broken),
            Self::Whole(response) => {
                let step = whole(response).await.map_or(Step::Broken, Step::Piece);
                *self = Self::Ended;
                step
            }
            Self::Ended => Step::End,
        }
    }
}

async fn piece(reader: &ReadableStreamDefaultReader) -> Result<Step, JsValue> {
    let result = JsFuture::from(reader.read()).await?;
    if Reflect::get(&result, &"done".into())?.is_truthy() {
        return Ok(Step::End);
    }
    let value = Reflect::get(&result, &"value".into())?;
    let bytes: Uint8Array = value.dyn_into()?;
    Ok(Step::Piece(bytes.to_vec()))
}

async fn whole(response: &Response) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
