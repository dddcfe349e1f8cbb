import { nudgeOffset } from '@weerklank/core/learning/nudge'

/** A whole number of days within the bounds of a plan; null for anything else. */
export function readDays(typed: string): number | null {
  const days = Number(typed)
  const isDays = /^-?\d+$/.test(typed.trim()) && days >= nudgeOffset.least && days <= nudgeOffset.most
  return isDays ? days : null
}

/** Whether it is a link, or nothing. */
export function isLink(typed: string): boolean {
  return typed.trim() === '' || /^https:\/\/\S+\.\S+$/.test(typed.trim())
}
