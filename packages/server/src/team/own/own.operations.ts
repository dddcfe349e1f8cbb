import type { PlainOperation } from '../../http/openapi.ts'

const gone = { 404: 'Unknown link', 410: 'Expired or ended link' }
const posted = {
  ...gone,
  303: 'Done: see the page that says so',
  409: 'Nothing new is asked here any more',
  503: 'Try again; nothing was changed',
}
const mended = { ...posted, 422: 'Something can be mended: the page again with what' }
const token = ['token']
const page = { mediaType: 'text/html', parameters: token } as const
const form = { ...page, accepts: 'application/x-www-form-urlencoded' } as const

/** The pages of a team or network, by link. */
export const ownCircleOperations: readonly PlainOperation[] = [
  {
    ...{ method: 'get', path: '/n/{token}', answers: { 200: 'The page', ...gone }, ...page },
    summary:
      'Somebody’s first page of a team or network: what comes next, what was agreed, who belongs to it',
  },
  {
    ...{ method: 'post', path: '/n/{token}/nieuw', answers: posted, ...form },
    summary: 'A new link in the place of this one, also when it expired',
  },
  {
    ...{ method: 'get', path: '/n/{token}/weg', answers: { 200: 'The page', ...gone }, ...page },
    summary: 'Whether she wants to leave',
  },
  {
    ...{ method: 'post', path: '/n/{token}/weg', answers: { 200: 'She left', ...gone }, ...form },
    summary: 'Leave the team or network; its links end',
  },
  {
    ...{ method: 'post', path: '/n/{token}/gesprek', answers: posted, ...form },
    summary: 'From there to her place at its next meeting',
  },
  {
    ...{ method: 'get', path: '/n/{token}/gezin', answers: { 200: 'The page', ...gone }, ...page },
    summary: 'What the family is asked or told, for who does not speak for the family',
  },
  {
    ...{ method: 'post', path: '/n/{token}/gezin', answers: mended, ...form },
    summary: 'Write down what the family is asked or told',
  },
  {
    ...{ method: 'post', path: '/n/{token}/gezin/{word}', answers: mended, ...form },
    ...{ parameters: ['token', 'word'] },
    summary: 'Write down that it was said, and what the family answered',
  },
]
