import type { PlainOperation } from '../../http/openapi.ts'

const gone = { 404: 'Unknown link', 410: 'Expired or ended link' }
const posted = { ...gone, 303: 'Done: see the page that says so', 503: 'Try again; nothing was changed' }
const page = { mediaType: 'text/html', parameters: ['token'] } as const
const ofWave = { ...page, parameters: ['token', 'wave'] } as const
const form = { accepts: 'application/x-www-form-urlencoded' } as const

/** The map of who works with whom, by the link of a team or network. */
export const ownMapOperations: readonly PlainOperation[] = [
  {
    ...{ method: 'get', path: '/n/{token}/kaart', answers: { 200: 'The page', ...gone }, ...page },
    summary: 'The moments of the map: what can be filled in, and maps that are ready',
  },
  {
    ...{ method: 'get', path: '/n/{token}/kaart/{wave}', answers: { 200: 'The page', ...gone }, ...ofWave },
    summary: 'A moment: the form while it is open, the map once it is shut',
  },
  {
    ...{ method: 'post', path: '/n/{token}/kaart/{wave}', ...ofWave, ...form },
    answers: { ...posted, 403: 'Her name is not on the map', 409: 'The moment is shut' },
    summary: 'Tell with whom she works',
  },
  {
    ...{ method: 'post', path: '/n/{token}/kaart/{wave}/terug', answers: posted, ...ofWave, ...form },
    summary: 'Take back what she told',
  },
  {
    ...{
      method: 'get',
      path: '/n/{token}/keuze/network-map',
      answers: { 200: 'The page', ...gone },
      ...page,
    },
    summary: 'Whether her name may be on the map',
  },
  {
    ...{ method: 'post', path: '/n/{token}/keuze/network-map', ...page, ...form },
    answers: { ...posted, 422: 'Something can be mended: the page again with what' },
    summary: 'The same: a yes or a no',
  },
]
