import { call } from "../ipc/call";
import type { Failure, Interviewer, Settings, Status } from "../ipc/contract";
import { applyTheme } from "./theme";

/** What the whole window knows: who is here, the settings, and whether the data could be opened at all. */
class Window {
  status = $state.raw<Status | null>(null);
  failure = $state.raw<Failure | null>(null);

  async open(): Promise<void> {
    try {
      this.status = await call("status_get", {});
      this.failure = null;
      applyTheme(this.status.settings.theme);
    } catch (failure) {
      this.failure = failure as Failure;
    }
  }

  named(interviewer: Interviewer): void {
    if (this.status) this.status = { ...this.status, interviewer };
  }

  settled(settings: Settings): void {
    if (this.status) this.status = { ...this.status, settings };
    applyTheme(settings.theme);
  }
}

export const here = new Window();
