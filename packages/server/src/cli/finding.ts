/** What one check of `doctor` found: `fail` needs mending, `warn` is worth knowing. */
export type Finding = { state: 'ok' | 'warn' | 'fail'; what: string; todo?: string }

export const ok = (what: string): Finding => ({ state: 'ok', what })
export const warning = (what: string, todo: string): Finding => ({ state: 'warn', what, todo })
export const failure = (what: string, todo: string): Finding => ({ state: 'fail', what, todo })

/** One line: the state, then what was found, then what to do. */
export function lineOf({ state, what, todo }: Finding): string {
  const line = `${state.padEnd(4)}  ${what}${todo === undefined ? '' : ` – ${todo}`}`
  return line.replace(/\s*\n\s*/g, ' ')
}
