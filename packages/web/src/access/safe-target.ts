/** A page of ours to go on to after signing in; undefined for anything that could lead to another site. */
export function safeTarget(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return undefined
  const base = 'https://weerklank.invalid'
  const url = URL.parse(value, base)
  if (url === null || url.origin !== base || /^\/inloggen(\/|$)/.test(url.pathname)) return undefined
  return url.pathname + url.search + url.hash
}
