import { describe, expect, test } from 'vitest'
import { textFindings } from './check-texts.ts'
import { tempTree } from './temp-tree.ts'
import { sentencesOf } from './text-rules.ts'

const DICTIONARY = 'packages/server/src/respond/respond.text.ts'
const SIXTEEN =
  'Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien.'
const FIFTEEN = SIXTEEN.replace(' zestien', '')

function found(files: Record<string, string>, listed: string[] = []): string[] {
  using tree = tempTree(files)
  return textFindings(tree.root, listed).findings.map(
    ({ file, line, fact }) => `${file}:${line ?? ''} ${fact}`,
  )
}

describe('sentences for clients', () => {
  test('fifteen words are read, sixteen are not', () => {
    expect(
      found({ [DICTIONARY]: `export const nl = {\n  a: '${FIFTEEN}',\n  b: '${SIXTEEN}',\n}\n` }),
    ).toEqual([`${DICTIONARY}:3 has a sentence of 16 words: "${SIXTEEN}"`])
  })

  test('a sum, a template and a function are read as one text; what is filled in counts as a word', () => {
    const half = 'Een twee drie vier vijf zes zeven acht '
    const sum = `'${half}' + 'negen tien elf twaalf dertien veertien vijftien zestien.'`
    const filled = `(name: string) => \`\${name} ${SIXTEEN.slice(4)}\``
    expect(
      found({
        [DICTIONARY]: `export const text = { nl: { a: ${sum}, b: ${filled} }, en: { a: '', b: '' } }\n`,
      }),
    ).toEqual([
      expect.stringContaining('sentence of 16 words: "Een twee'),
      expect.stringContaining('sentence of 16 words: "X twee'),
    ])
  })

  test('English is as short as Dutch; what is for colleagues may be longer', () => {
    const files = {
      [DICTIONARY]: `export const text = { nl: { a: 'Kort.' }, en: { a: '${SIXTEEN}' } }\n`,
      'packages/web/src/relation/relation.text.ts': `export const nl = { a: '${SIXTEEN}' }\n`,
      'content/journal/prompts.json': JSON.stringify({ nl: SIXTEEN }),
    }
    expect(found(files)).toEqual([`${DICTIONARY}:1 has a sentence of 16 words: "${SIXTEEN}"`])
  })

  test.each([
    ['a page of its own', 'packages/server/src/team/new.page.ts', "import { html } from '../http/html.ts'\n"],
    ['a mail', 'packages/server/src/access/new.mail.ts', ''],
    ['a letter', 'packages/server/src/feedback/new.letter.ts', ''],
    ['a text for a report', 'packages/server/src/reports/new.text.ts', ''],
  ])('%s cannot escape, wherever the sentence stands in it', (_, path, first) => {
    const code = `${first}export const nl = 'Kort.'\nconst say = () => '${SIXTEEN}'\n`
    expect(found({ [path]: code })).toEqual([expect.stringContaining(`${path}:`)])
  })

  test('words of core count as soon as a page for clients uses them', () => {
    const words = 'packages/core/src/feedback/new.words.ts'
    const files = {
      'packages/core/package.json': JSON.stringify({ exports: { './*': './src/*.ts' } }),
      [words]: `export const en = '${SIXTEEN}'\n`,
      'packages/server/src/respond/new.page.ts': `import { html } from '../http/html.ts'\nimport { en } from '@weerklank/core/feedback/new.words'\n`,
    }
    expect(found(files)).toEqual([`${words}:1 has a sentence of 16 words: "${SIXTEEN}"`])
  })

  test('a statement for the database and a sheet of style are read by nobody', () => {
    const sql = `select a, b, c from d where e and f and g and h and i and j and k and l and m`
    const style = 'a { margin: 0 20px 0 20px; padding: 1px 2px 3px 4px } b { color: red } c d e f g h i'
    const code = `import { html } from '../http/html.ts'\nexport const a = '${sql}'\nexport const b = '${style}'\n`
    expect(found({ 'packages/server/src/respond/new.page.ts': code })).toEqual([])
  })

  test('every language of content counts, by its folder', () => {
    expect(
      found({ 'content/languages/uk/page.json': JSON.stringify({ words: { a: SIXTEEN } }) }),
    ).toHaveLength(1)
  })

  test('content is for clients by its folder, in every form of address', () => {
    const question = { nl: { u: SIXTEEN, je: FIFTEEN }, en: SIXTEEN }
    expect(found({ 'content/instruments/a.json': JSON.stringify({ items: [{ question }] }) })).toEqual([
      `content/instruments/a.json:1 has a sentence of 16 words: "${SIXTEEN}"`,
      `content/instruments/a.json:1 has a sentence of 16 words: "${SIXTEEN}"`,
    ])
  })

  test('other content is for clients too, unless it says itself that it is not', () => {
    const files = {
      'content/consent.md': `---\naudience: client\n---\n# Kop\n\n${SIXTEEN}\n`,
      'content/check.json': JSON.stringify({ audience: 'client', items: [{ nl: SIXTEEN, en: SIXTEEN }] }),
      'content/method.md': `---\naudience: professional\n---\n${SIXTEEN}\n`,
    }
    expect(found(files).map((line) => line.split(' ')[0])).toEqual([
      'content/check.json:1',
      'content/check.json:1',
      'content/consent.md:4',
    ])
  })

  test('a dictionary without Dutch is a finding', () => {
    expect(found({ [DICTIONARY]: "export const en = { a: 'Short.' }\n" })).toEqual([
      `${DICTIONARY}: has no Dutch texts`,
    ])
  })

  test('a listed source that is gone is a finding', () => {
    expect(found({ 'README.md': '' }, [DICTIONARY])).toEqual([`${DICTIONARY}: is gone`])
  })
})

test('sentences end at their mark, at a blank line and before a list item, not at a colon or a line end', () => {
  const text = 'Goed: dat helpt.\nNog een\nregel! <b>Echt</b> waar?\n\nAlinea\n- punt een\n- punt twee'
  expect(sentencesOf(text)).toEqual([
    'Goed: dat helpt.',
    'Nog een regel!',
    'Echt waar?',
    'Alinea',
    '- punt een',
    '- punt twee',
  ])
})

describe('words on screens', () => {
  const screen = 'packages/web/src/feedback/FeedbackPage.tsx'
  test.each([
    ['<p>Uw score is te\n laag</p>', 'says "te laag"'],
    ['<p title="Hoog risico">a</p>', 'says "risico"'],
    ["<p>{'Onvoldoende'}</p>", 'says "Onvoldoende"'],
    ['<p>Succesvol verzonden!</p>', 'says "Succesvol verzonden"'],
    ['<button>OK</button>', 'says only "OK"'],
    ['<Button label="Oké" />', 'says only "Oké"'],
  ])('%s', (jsx, fact) => {
    expect(found({ [screen]: `export const Part = () => ${jsx}\n` })).toEqual([`${screen}:1 ${fact}`])
  })

  test('comments, keys, types and statuses are no texts', () => {
    const code =
      "// te laag: risico\nexport type A = 'risico'\nexport const b = { risico: 'ok', onvoldoende: 1 }\n"
    expect(
      found({ [screen]: code, 'packages/web/src/api/client.ts': "export const status = 'OK'\n" }),
    ).toEqual([])
  })
})
