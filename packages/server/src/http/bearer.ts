/** The secret that a program sends along, or null when it sends none. Whoever sends one comes by that and by nothing else. */
export function bearerOf(headers: Headers): string | null {
  const [, secret] = /^bearer +(.*)$/i.exec(headers.get('authorization') ?? '') ?? []
  return secret?.trim() ?? null
}
