import type { PlainOperation } from '../http/openapi.ts'

const gone = { 404: 'Unknown link', 410: 'Expired or ended link, with what can be done' }
const posted = {
  ...gone,
  400: 'Not readable',
  413: 'Too large',
  415: 'No form',
  422: 'Something can be mended: the page again with what',
  503: 'Try again; nothing was changed',
}
const form = 'application/x-www-form-urlencoded'

type Told = { path?: string; summary: string; parameters?: readonly string[] }

function shown({ path = '', summary, parameters = [] }: Told): PlainOperation {
  const answers = { 200: 'The page', ...gone }
  return {
    ...{ method: 'get', path: `/p/{token}${path}`, summary, answers, mediaType: 'text/html' },
    parameters: ['token', ...parameters],
  }
}

/** The same page for whoever signed in with the account that she linked. */
function signedIn(operation: PlainOperation): PlainOperation {
  const { path, summary, answers, parameters = [] } = operation
  const { 410: _, ...same } = answers
  return {
    ...operation,
    path: path.replace('/p/{token}', '/mijn/{workspace}/{person}'),
    summary: `${summary}; signed in`,
    answers: { 303: 'Sign in first', ...same, 404: 'Not a page of this account' },
    parameters: ['workspace', 'person', ...parameters.filter((one) => one !== 'token')],
  }
}

function kept(
  { path = '', summary, parameters = [] }: Told,
  answers: Record<string, string>,
): PlainOperation {
  return {
    ...{ method: 'post', path: `/p/{token}${path}`, summary, mediaType: 'text/html', accepts: form },
    answers: { ...posted, ...answers },
    parameters: ['token', ...parameters],
  }
}

const purpose = ['purpose']
const child = ['child']
const both = [...child, ...purpose]
const seeOther = { 303: 'Kept: see the page that says so' }

const pages: readonly PlainOperation[] = [
  shown({ summary: "A person's own page: her choices, and the ways to everything else" }),
  shown({
    path: '/keuze/{purpose}',
    summary: 'One choice: what it is, and the question',
    parameters: purpose,
  }),
  shown({
    path: '/kind/{child}/keuze/{purpose}',
    summary: 'One choice for a child, for a parent with authority',
    parameters: both,
  }),
  shown({
    path: '/kind/{child}/antwoorden',
    summary: 'What a child answered, where a parent may read it',
    parameters: child,
  }),
  shown({ path: '/antwoorden', summary: 'Her own scores and answers, and what was agreed with her' }),
  shown({ path: '/beeld', summary: 'Her side beside that of the professional, when both are in' }),
  shown({
    path: '/antwoorden/{response}',
    summary: 'Who may read one answer, and the choice',
    parameters: ['response'],
  }),
  kept(
    { path: '/antwoorden/{response}', summary: 'Who may read one answer', parameters: ['response'] },
    seeOther,
  ),
  shown({ path: '/overzicht', summary: 'What was answered, agreed and talked about, to print' }),
  {
    ...shown({ path: '/overzicht/pdf', summary: 'The same as a report to keep, as a tagged PDF' }),
    mediaType: 'application/pdf',
  },
  shown({ path: '/vragen', summary: 'How often she is asked by itself, and pausing or stopping that' }),
  kept({ path: '/vragen', summary: 'Pauses, stops or takes up again' }, seeOther),
  shown({ path: '/wie-keek', summary: 'Who looked, and why that was allowed' }),
  shown({ path: '/gegevens', summary: 'What is kept about her, and the receipts' }),
  shown({ path: '/verzoek', summary: 'Asking to correct or delete, and what came of it' }),
  shown({
    path: '/kind/{child}/verzoek',
    summary: 'Asking to correct or delete for a child, and what came of it',
    parameters: child,
  }),
  shown({ path: '/privacy', summary: 'What happens with an answer' }),
  kept({ path: '/keuze/{purpose}', summary: 'A yes or a no', parameters: purpose }, seeOther),
  kept(
    { path: '/kind/{child}/keuze/{purpose}', summary: 'A yes or a no of a parent', parameters: both },
    seeOther,
  ),
  kept({ path: '/verzoek', summary: 'A request to correct or delete' }, seeOther),
  kept(
    {
      path: '/beeld/{picture}',
      summary: 'What she thinks that the professional answers',
      parameters: ['picture'],
    },
    seeOther,
  ),
  kept(
    { path: '/kind/{child}/verzoek', summary: 'A request of a parent for her child', parameters: child },
    seeOther,
  ),
  kept({ path: '/download', summary: 'Everything about her, as `format` html or json' }, { 200: 'The file' }),
  kept(
    {
      path: '/account',
      summary: 'Asks for an account of one’s own, by mail: the same answer for any address',
    },
    {
      200: 'The page with the code that the link in the mail asks for',
      303: 'There is one: back to the page',
      429: 'Too often',
    },
  ),
  {
    ...shown({ path: '/account', summary: 'Back to the page, where the account stands' }),
    answers: { 303: 'The page' },
  },
  kept({ path: '/account/los', summary: 'Takes the account off the page' }, { 303: 'Done' }),
]

const accounts: readonly PlainOperation[] = [
  {
    ...{ method: 'get', path: '/koppel/{secret}', mediaType: 'text/html', parameters: ['secret'] },
    summary: 'The link of the mail: a page that asks for the code; opening it does nothing',
    answers: { 200: 'The page', 410: 'Used or expired' },
  },
  {
    ...{
      method: 'post',
      path: '/koppel/{secret}',
      mediaType: 'text/html',
      accepts: form,
      parameters: ['secret'],
    },
    summary: 'Makes the account, links it with the page, and signs in',
    answers: { 303: 'To the page', 410: 'Used or expired', 422: 'Another code', 429: 'Too many tries' },
  },
  {
    ...{ method: 'get', path: '/mijn', mediaType: 'text/html' },
    summary: 'Where the account that signed in opens a page of one’s own',
    answers: { 200: 'The list', 303: 'Sign in first' },
  },
  {
    ...{ method: 'post', path: '/mijn/uitloggen', mediaType: 'text/html', accepts: form },
    summary: 'Signs out',
    answers: { 303: 'To the sign-in' },
  },
]

/** The pages and forms of one's own page, by link and signed in: documents for a browser, without script. */
export const ownPageOperations: readonly PlainOperation[] = [
  ...pages,
  kept({ path: '/nieuw', summary: 'A new link in place of this one' }, { 303: 'The new link' }),
  kept({ path: '/stop', summary: 'Ends every link of hers' }, { 200: 'The page that says so' }),
  ...pages.map(signedIn),
  ...accounts,
]
