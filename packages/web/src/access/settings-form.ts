import type { Settings } from '@weerklank/core/access/settings.contract'
import { isTimeZone } from '@weerklank/core/access/time-zone'

/** The settings as they stand in the form: minutes as they are typed. */
export type SettingsDraft = Omit<Settings, 'idleMinutes'> & { idleMinutes: string }

export function draftOf(settings: Settings): SettingsDraft {
  return { ...settings, idleMinutes: String(settings.idleMinutes) }
}

export type SettingsField = 'name' | 'timeZone' | 'idleMinutes'

/** The fields that are not right yet, in their order on the screen. */
export function problemsOf(draft: SettingsDraft): SettingsField[] {
  return [
    ...(draft.name.trim() === '' ? (['name'] as const) : []),
    ...(isTimeZone(draft.timeZone.trim()) ? [] : (['timeZone'] as const)),
    ...(minutesOf(draft) === null ? (['idleMinutes'] as const) : []),
  ]
}

/** What is sent; null while a field is not right. */
export function settingsOf(draft: SettingsDraft): Settings | null {
  const idleMinutes = minutesOf(draft)
  if (idleMinutes === null || problemsOf(draft).length > 0) return null
  return { ...draft, timeZone: draft.timeZone.trim(), idleMinutes }
}

function minutesOf({ idleMinutes }: SettingsDraft): number | null {
  const typed = idleMinutes.trim()
  const minutes = Number(typed)
  return /^\d+$/.test(typed) && minutes >= 1 && minutes <= 1_440 ? minutes : null
}
