/** Text that may stand in a page as it is. Only `html` and `raw` make it, so a plain string can never slip in unescaped. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Html | null | readonly Part[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Safe between tags and inside quoted attributes. */
function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

function render(part: Part): string {
  if (part === null) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part))
  return part.map(render).join('')
}

/**
 * A piece of page; every value is escaped, and has to stand between tags or inside quotes. Line breaks with their
 * indentation and quotes that HTML does not need are for readers of the source: they are not sent.
 */
export function html(source: TemplateStringsArray, ...values: Part[]): Html {
  const written = source.map((text) => text.replace(/\n\s*/g, '').replace(/="([\w-]+)"(?!\/)/g, '=$1'))
  return new Html(written.reduce((page, text, i) => page + render(values[i - 1] ?? null) + text))
}

/** Our own constant text, sent as it is. Never for anything that a person typed. */
export function raw(text: string): Html {
  return new Html(text)
}
