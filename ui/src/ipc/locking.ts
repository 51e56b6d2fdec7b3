import { call } from "./call";
import { flushed } from "./closing";

/**
 * Locks the data, once what was typed is saved; false, and nothing is locked, where it cannot be. The page begins anew, so
 * that nothing of what it showed or remembered is left.
 */
export async function lock(): Promise<boolean> {
  if (!(await flushed())) return false;
  await call("store_lock", {});
  location.reload();
  return true;
}
