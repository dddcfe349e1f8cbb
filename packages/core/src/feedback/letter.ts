/** What became of the last letter with a link. */
export const letterStates = ['none', 'waiting', 'sent', 'failed'] as const
export type LetterState = (typeof letterStates)[number]

/**
 * With one question no more letters go out by hand than this: asking is not nagging. Our own choice; a wrong address can be
 * mended twice. A plan sends its own, within `reminders` (check-plan.ts).
 */
export const lettersAtMost = 3

/** Whether one more letter may go out, when so many went before. */
export function maySendLetter(sent: number): boolean {
  return sent < lettersAtMost
}
