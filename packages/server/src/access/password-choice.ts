import { type KnownAbout, type PasswordFault, passwordFault } from '@weerklank/core/access/password-strength'
import { shippedFault } from './password-leaks.shipped.ts'
import { type LeakList, leakListIn } from './password-leaks.ts'

/** Why a new password is refused, or null: the one check for every place where a password is set. */
export type PasswordCheck = (password: string, about: KnownAbout) => Promise<PasswordFault | null>

/** The rules, the list that comes along, and the far longer one where the administrator gave it (`WEERKLANK_BREACHED_PASSWORDS`). */
export function passwordCheck(leaksPath: string | null): PasswordCheck {
  const isLeaked: LeakList = leaksPath === null ? async () => false : leakListIn(leaksPath)
  return async (password, about) =>
    passwordFault(password, about) ??
    (await shippedFault(password)) ??
    ((await isLeaked(password)) ? 'leaked' : null)
}
