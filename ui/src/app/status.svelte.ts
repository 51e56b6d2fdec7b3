import { call } from "../ipc/call";
import type { Failure, Interviewer, Settings, Status } from "../ipc/contract";
import { forgetAhead, readAhead } from "../ipc/read";
import { route } from "../shared/route.svelte";
import { applyTheme } from "./theme";

/** What the whole window knows: who is here, the settings, and whether the data could be opened at all. */
class Window {
  status = $state.raw<Status | null>(null);
  failure = $state.raw<Failure | null>(null);

  async open(): Promise<void> {
    if ((route.path[0] ?? "today") === "today") readAhead("today_get", {});
    try {
      this.status = await call("status_get", {});
      if (!this.status.interviewer) forgetAhead();
      this.failure = null;
      applyTheme(this.status.settings.theme);
    } catch (failure) {
      forgetAhead();
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
