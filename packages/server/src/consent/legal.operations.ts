import type { PlainOperation } from '../http/openapi.ts'

function shown(path: string, summary: string): PlainOperation {
  const answers = { 200: 'The page', 429: 'Too often' }
  return { method: 'get', path, summary, answers, mediaType: 'text/html' }
}

/** The public pages of the texts that the law asks for: documents for a browser, without script. */
export const legalOperations: readonly PlainOperation[] = [
  shown('/privacy', 'What happens with an answer, for who is asked'),
  shown('/privacy/kind', 'What happens with an answer, for a child'),
  shown('/privacy/professional', 'What happens with an answer, for who works here'),
]
