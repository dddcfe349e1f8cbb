/** What a browser that knows trusted types hands out instead of text; others take the text itself. */
type Markup = string | { toString: () => string }

type Policy = { createHTML: (text: string) => Markup }
type Factory = { createPolicy: (name: string, rules: { createHTML: (text: string) => string }) => Policy }

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes

// The content policy (server: http/security-headers.ts) lets exactly one policy of this name exist.
const policy = factory?.createPolicy('weerklank-picture', { createHTML: (text) => text })

/** Markup as the browser takes it, for pictures of core/charts only: see SvgPicture. */
export function trustedPicture(svg: string): string {
  // React hands it to the browser as it is, whatever its type says.
  return (policy?.createHTML(svg) ?? svg) as string
}
