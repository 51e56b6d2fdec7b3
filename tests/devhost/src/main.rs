//! The development host: the use cases and the page over 127.0.0.1, so that a browser can drive what the window shows.
//! It listens on the loopback address alone, answers only pages that it served itself, and is never shipped.

mod calls;
mod files;
mod options;

use std::{io::Write as _, process::ExitCode, sync::Arc};

use tiny_http::{Header, Method, Request, Response, Server};
use workbench_app::{App, deps::Deps};

use crate::{calls::Calls, files::Page, options::Options};

fn main() -> ExitCode {
    match options::read(std::env::args().skip(1)).and_then(serve) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "workbench-devhost: {message}");
            ExitCode::FAILURE
        }
    }
}

fn serve(options: Options) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|e| e.to_string())?;
    let app = runtime.block_on(async {
        let app = App::open(&options.data, "the development host", Deps::system()).await.map_err(|f| f.message)?;
        if options.demo {
            workbench_app::demo::make(&app).await.map_err(|f| f.message)?;
        }
        Ok::<_, String>(app)
    })?;
    let page = Page::read(&options.ui)?;
    let server = Server::http(("127.0.0.1", options.port)).map_err(|error| error.to_string())?;
    let address = server.server_addr().to_ip().ok_or("no address")?;
    // One line that says where, for whoever started this.
    let started = serde_json::json!({ "url": format!("http://{address}/"), "port": address.port() });
    writeln!(std::io::stdout(), "{started}").and_then(|()| std::io::stdout().flush()).map_err(|e| e.to_string())?;

    let host = Arc::new(Host {
        origins: [format!("http://{address}"), format!("http://localhost:{}", address.port())],
        calls: Calls::new(app, runtime.handle().clone(), options.saves),
        page,
    });
    let server = Arc::new(server);
    let workers: Vec<_> = (0..4)
        .map(|_| {
            let (server, host) = (Arc::clone(&server), Arc::clone(&host));
            std::thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    host.answer(request);
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().map_err(|_| "a worker ended with a panic".to_owned())?;
    }
    Ok(())
}

struct Host {
    origins: [String; 2],
    calls: Calls,
    page: Page,
}

impl Host {
    fn answer(&self, mut request: Request) {
        let (status, kind, body) = match request.method() {
            Method::Get => self.page.get(request.url()),
            Method::Post if self.is_from_our_page(&request) => {
                let mut text = String::new();
                match std::io::Read::read_to_string(request.as_reader(), &mut text) {
                    Ok(_) => {
                        let (status, answer) = self.calls.post(request.url(), &text);
                        (status, "application/json", answer.into_bytes())
                    }
                    Err(error) => (400, "text/plain", error.to_string().into_bytes()),
                }
            }
            _ => (403, "text/plain", b"Only this host's own page may call.".to_vec()),
        };
        let mut response = Response::from_data(body).with_status_code(status);
        for (name, value) in [
            ("content-type", kind),
            ("cache-control", "no-store"),
            ("content-security-policy", self.page.policy.as_str()),
            ("x-content-type-options", "nosniff"),
        ] {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        // A browser that went away is no matter.
        let _ = request.respond(response);
    }

    /// Another site open in the same browser could post here too: its requests carry its own origin.
    fn is_from_our_page(&self, request: &Request) -> bool {
        let value = |name: &'static str| {
            request.headers().iter().find(|h| h.field.equiv(name)).map(|h| h.value.as_str().to_owned())
        };
        let host = value("host").is_some_and(|host| self.origins.iter().any(|o| o.ends_with(&format!("//{host}"))));
        host && value("origin").is_none_or(|origin| self.origins.contains(&origin))
    }
}
