import type { PlainOperation } from '../../http/openapi.ts'

const gone = { 404: 'Unknown link', 410: 'Expired or ended link' }
const posted = {
  ...gone,
  303: 'Kept: see the page that says so',
  400: 'Not readable',
  413: 'Too large',
  415: 'No form',
  422: 'Something can be mended: the page again with what',
  503: 'Try again; nothing was changed',
}
const page = { mediaType: 'text/html' } as const
const form = { ...page, accepts: 'application/x-www-form-urlencoded' } as const

const choices = ['', '/kind/{child}'].flatMap((child): PlainOperation[] => {
  const path = `/g/{token}${child}/keuze/{purpose}`
  const parameters = ['token', ...(child === '' ? [] : ['child']), 'purpose']
  const whose =
    child === '' ? 'One choice about what is said at the table' : 'The same for a child, for a parent'
  return [
    { method: 'get', path, summary: whose, answers: { 200: 'The page', ...gone }, parameters, ...page },
    { method: 'post', path, summary: `${whose}: a yes or a no`, answers: posted, parameters, ...form },
  ]
})

/** The pages of a place at a table, by its link. */
export const guestOperations: readonly PlainOperation[] = [
  {
    ...{ method: 'get', path: '/g/{token}', parameters: ['token'], ...page },
    summary: 'A place at a table: what it is, who comes, what is asked beforehand',
    answers: { 200: 'The page', ...gone },
  },
  {
    ...{ method: 'get', path: '/g/{token}/agenda.ics', parameters: ['token'], mediaType: 'text/calendar' },
    summary: 'The meeting for a calendar',
    answers: { 200: 'The file', ...gone },
  },
  {
    ...{ method: 'post', path: '/g/{token}/kom', parameters: ['token'], ...form },
    summary: 'Whether one comes',
    answers: posted,
  },
  {
    ...{ method: 'post', path: '/g/{token}/vooraf', parameters: ['token'], ...form },
    summary: 'Answers to what is asked beforehand, and what one expects',
    answers: posted,
  },
  ...choices,
]
