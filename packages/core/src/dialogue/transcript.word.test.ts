import { expect, test } from 'vitest'
import { wordText } from './transcript.word.ts'

const document = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`
const paragraph = (...runs: string[]) =>
  `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${runs.map((run) => `<w:r>${run}</w:r>`).join('')}</w:p>`

test('paragraphs, runs, tabs, breaks, entities, tables, and words that were taken out', () => {
  const xml = document(
    paragraph(
      '<w:t>Anna</w:t>',
      '<w:t xml:space="preserve">: Ik &amp; jij &#233;&#x1F525;</w:t><w:br/><w:t>verder</w:t>',
    ) +
      '<w:p/>' +
      `<w:tbl><w:tr><w:tc>${paragraph('<w:t>Sam</w:t><w:tab/><w:t>0:03</w:t>')}</w:tc></w:tr></w:tbl>` +
      '<w:p><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins></w:p>',
  )
  expect(wordText(xml)).toEqual({
    ok: true,
    paragraphs: ['Anna: Ik & jij é🔥\nverder', 'Sam\t0:03', 'nieuw'],
  })
})

test.each([
  [
    'an entity',
    '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document><w:t>&a;</w:t></w:document>',
    'entities',
  ],
  ['something else', '<html><body>hoi</body></html>', 'not-word'],
  ['half a file', document('<w:p><w:r><w:t>Anna').slice(0, 110), 'not-word'],
  ['no mark-up', 'gewoon tekst', 'not-word'],
])('refuses %s', (_, xml, problem) => {
  expect(wordText(xml)).toEqual({ ok: false, problem })
})
