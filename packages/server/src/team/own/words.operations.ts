import type { PlainOperation } from '../../http/openapi.ts'

const gone = { 404: 'Unknown link, word or tension', 410: 'Expired or ended link' }
const posted = {
  ...gone,
  303: 'Done: see the page that says so',
  409: 'Somebody wrote one since, or nothing new is asked here any more',
  422: 'Something can be mended',
  503: 'Try again; nothing was changed',
}
const page = { mediaType: 'text/html', parameters: ['token'] } as const
const form = { ...page, accepts: 'application/x-www-form-urlencoded' } as const

/** The words and tensions of a team or network, by link. */
export const ownWordsOperations: readonly PlainOperation[] = [
  {
    ...{ method: 'get', path: '/n/{token}/woorden', answers: { 200: 'The page', ...gone }, ...page },
    summary: 'The shared glossary: words, what each means by them, what was agreed',
  },
  {
    ...{ method: 'post', path: '/n/{token}/woorden', answers: posted, ...form },
    summary: 'Put a word in, say what one means by it, take that back, or write down what was agreed',
  },
  {
    ...{ method: 'get', path: '/n/{token}/spanningen', answers: { 200: 'The page', ...gone }, ...page },
    summary: 'The tensions: both poles, and how people see them together',
  },
  {
    ...{ method: 'post', path: '/n/{token}/spanningen', answers: posted, ...form },
    summary: 'Put a tension in, say how one sees one today, or take that back',
  },
  {
    ...{ method: 'get', path: '/n/{token}/hindernissen', answers: { 200: 'The page', ...gone }, ...page },
    summary: 'The cards about what hinders working together: questions, each with its other side',
  },
]
