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

type Said = { path: string; summary: string }

const parametersOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

const page = ({ path, summary }: Said): PlainOperation => ({
  ...{ method: 'get', path, summary, parameters: parametersOf(path), mediaType: 'text/html' },
  answers: { 200: 'The page', ...gone },
})

const post = ({ path, summary }: Said): PlainOperation => ({
  ...{ method: 'post', path, summary, parameters: parametersOf(path), mediaType: 'text/html' },
  ...{ accepts: 'application/x-www-form-urlencoded', answers: posted },
})

const own = '/l/{token}'
const share = `${own}/map/link/{share}`

/** What a learner practises, keeps and asks, by her own link; and whoever she asks, by the link that she made. */
export const portfolioOperations: readonly PlainOperation[] = [
  page({ path: `${own}/oefenen`, summary: 'Her log of exercises, her own plans, exercises to choose from' }),
  post({ path: `${own}/oefenen`, summary: 'A line for the log' }),
  post({ path: `${own}/oefenen/{id}/weg`, summary: 'Takes a line away' }),
  post({ path: `${own}/oefenen/aanpak`, summary: 'A plan of her own: if, then, and when it goes wrong' }),
  post({ path: `${own}/oefenen/aanpak/{id}/los`, summary: 'Lets go of a plan' }),
  page({ path: `${own}/schaal`, summary: 'Her goals in steps' }),
  post({ path: `${own}/schaal/{goal}`, summary: 'The steps of a goal, written beforehand' }),
  post({ path: `${own}/schaal/{goal}/nu`, summary: 'Where a goal is now' }),
  page({ path: `${own}/map`, summary: 'Her portfolio' }),
  post({ path: `${own}/map/stuk`, summary: 'Puts a piece in' }),
  post({ path: `${own}/map/stuk/{id}`, summary: 'Changes a piece' }),
  post({ path: `${own}/map/stuk/{id}/weg`, summary: 'Takes a piece out' }),
  {
    ...page({ path: `${own}/map/meenemen`, summary: 'All of it in one file: a page to read and open data' }),
    ...{ mediaType: 'application/zip', answers: { 200: 'The file', ...gone } },
  },
  page({ path: `${own}/map/vraag`, summary: 'What she wants to show or ask somebody' }),
  {
    ...post({ path: `${own}/map/vraag`, summary: 'Makes the link' }),
    answers: { ...posted, 200: 'The link, once' },
  },
  page({ path: share, summary: 'What came back by a link' }),
  post({ path: `${share}/stop`, summary: 'Takes a link back' }),
  post({ path: `${share}/weg`, summary: 'Takes a link away with all that was written by it' }),
  page({ path: '/e/{token}', summary: 'What a learner shows and asks somebody' }),
  post({ path: '/e/{token}', summary: 'The answer, once' }),
  post({ path: '/e/{token}/terug', summary: 'Takes the answer back' }),
]
