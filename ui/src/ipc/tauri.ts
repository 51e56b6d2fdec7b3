// The only file that knows Tauri. Beside the shell's own eight commands it needs these permissions in
// tauri.conf.json: core:event:allow-listen, core:event:allow-unlisten, core:window:allow-destroy.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWindow } from "@tauri-apps/api/window";
import type { DroppedFile, Transport } from "./transport";

export const transport: Transport = {
  async call(name, request) {
    return JSON.parse(await invoke<string>("call", { name, json: JSON.stringify(request) }));
  },
  async callSaving(name, request, suggested) {
    const answer = await invoke<string | null>("call_saving", { name, json: JSON.stringify(request), suggested });
    return answer === null ? null : JSON.parse(answer);
  },
  async openExported(path) {
    await invoke("open_exported", { path });
  },
  async showExported(path) {
    await invoke("show_exported", { path });
  },
  async onClosing(mayClose) {
    const window = getCurrentWindow();
    await window.onCloseRequested(async (event) => {
      event.preventDefault();
      if (await mayClose()) await window.destroy();
    });
  },
  async closeNow() {
    await getCurrentWindow().destroy();
  },
  async stayAwake(on) {
    await invoke("stay_awake", { on });
  },
  slept: () => invoke<number | null>("slept_seconds"),
  async onSleeping(sleeping) {
    await listen("sleeping", sleeping);
  },
  async pastedPicture() {
    return invoke<string | null>("pasted_picture");
  },
  async onDropped(over, dropped) {
    return getCurrentWindow().onDragDropEvent(async ({ payload }) => {
      over(payload.type === "enter" || payload.type === "over");
      if (payload.type === "drop") dropped(await invoke<DroppedFile[]>("take_dropped"));
    });
  },
};
