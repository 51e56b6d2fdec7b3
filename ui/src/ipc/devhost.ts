// For browser tests only: the same commands over 127.0.0.1. Never part of the product's bundle (see vite.config.ts).
import type { Transport } from "./transport";

async function post(path: string, body: unknown): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    throw { code: "storage", message: "The development host does not answer." };
  }
  const answer: unknown = await response.json();
  if (!response.ok) throw answer;
  return answer;
}

export const transport: Transport = {
  call: (name, request) => post(`/call/${name}`, request),
  callSaving: (name, request, suggested) => post(`/call_saving/${name}`, { request, suggested }),
  openExported: async (path) => void (await post("/open_exported", { path })),
  showExported: async (path) => void (await post("/show_exported", { path })),
  async onClosing(_mayClose, unsaved) {
    window.addEventListener("beforeunload", (event) => unsaved() && event.preventDefault());
  },
  async closeNow() {
    window.close();
  },
  async stayAwake() {},
  slept: async () => null,
  async onSleeping(sleeping) {
    window.addEventListener("test-sleeping", sleeping);
  },
  pastedPicture: async () => null,
  onDropped: async () => () => {},
};
