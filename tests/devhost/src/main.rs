//! The development host: the use cases and the page over 127.0.0.1, so that a browser can drive what the window shows.
//! It listens on the loopback address alone, answers only pages that it served itself, and is never shipped.

mod calls;
mod files;
mod keychain;
mod options;

use std::{convert::Infallible, io::Write as _, process::ExitCode, sync::Arc};

use http_body_util::{BodyExt as _, Full};
use hyper::{
    Method, Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{HOST, HeaderName, HeaderValue, ORIGIN},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpListener, runtime::Runtime};
use workbench_app::{App, deps::Deps};

use crate::{calls::Calls, files::Page, keychain::Played, options::Options};

fn main() -> ExitCode {
    match options::read(std::env::args().skip(1)).and_then(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "workbench-devhost: {message}");
            ExitCode::FAILURE
        }
    }
}

fn start(options: Options) -> Result<(), String> {
    let runtime = Runtime::new().map_err(|error| error.to_string())?;
    runtime.block_on(serve(options))
}

async fn serve(options: Options) -> Result<(), String> {
    // Never that of whoever runs the tests.
    let deps = Deps { keychain: Arc::new(Played::new(options.keychain)), ..Deps::system() };
    let app = App::open_or_rescue(&options.data, "the development host", deps).await.map_err(|f| f.message)?;
    if options.demo {
        workbench_app::demo::make(&app).await.map_err(|f| f.message)?;
    }
    let page = Page::read(&options.ui)?;
    let listener = TcpListener::bind(("127.0.0.1", options.port)).await.map_err(|error| error.to_string())?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    // One line that says where, for whoever started this.
    let started = serde_json::json!({ "url": format!("http://{address}/"), "port": address.port() });
    writeln!(std::io::stdout(), "{started}").and_then(|()| std::io::stdout().flush()).map_err(|e| e.to_string())?;

    let host = Arc::new(Host {
        origins: [format!("http://{address}"), format!("http://localhost:{}", address.port())],
        calls: Calls::new(app, options.saves),
        page,
    });
    loop {
        let (stream, _) = listener.accept().await.map_err(|error| error.to_string())?;
        let host = Arc::clone(&host);
        tokio::spawn(async move {
            let answer = service_fn(|request| {
                let host = Arc::clone(&host);
                async move { Ok::<_, Infallible>(host.answer(request).await) }
            });
            // A browser that went away is no matter.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), answer).await;
        });
    }
}

struct Host {
    origins: [String; 2],
    calls: Calls,
    page: Page,
}

impl Host {
    async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let path = request.uri().path().to_owned();
        let (status, kind, body) = match *request.method() {
            Method::GET => self.page.get(&path),
            Method::POST if self.is_from_our_page(&request) => match request.into_body().collect().await {
                Ok(body) => {
                    let (status, answer) = self.calls.post(&path, &String::from_utf8_lossy(&body.to_bytes())).await;
                    (status, "application/json", answer.into_bytes())
                }
                Err(error) => (400, "text/plain", error.to_string().into_bytes()),
            },
            _ => (403, "text/plain", b"Only this host's own page may call.".to_vec()),
        };
        let mut response = Response::new(Full::from(body));
        *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
        for (name, value) in [
            ("content-type", kind),
            ("cache-control", "no-store"),
            ("content-security-policy", self.page.policy.as_str()),
            ("x-content-type-options", "nosniff"),
        ] {
            if let Ok(value) = HeaderValue::from_str(value) {
                response.headers_mut().insert(HeaderName::from_static(name), value);
            }
        }
        response
    }

    /// Another site open in the same browser could post here too: its requests carry its own origin.
    fn is_from_our_page(&self, request: &Request<Incoming>) -> bool {
        let value = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
        let host = value(HOST).is_some_and(|host| self.origins.iter().any(|o| o.ends_with(&format!("//{host}"))));
        host && value(ORIGIN).is_none_or(|origin| self.origins.iter().any(|own| own == origin))
    }
}
