import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Block, Paper } from './paper.ts'
import { readSvg, type SvgNode } from './svg.read.ts'
import { wordOf } from './word.ts'

const paper: Paper = {
  ...{ title: 'Lina & Noor <3', language: 'nl', author: 'De Brug', made: '2026-11-22T08:00:00.000Z' },
  footer: (page, of) => `Verslag, ${page} van ${of}`,
  blocks: [
    { kind: 'heading', level: 1, text: 'Zo ging het' },
    { kind: 'text', text: 'Het liep & <goed>\u0007.\nEn nu?' },
    { kind: 'list', items: ['Rustig praten'] },
    {
      ...{ kind: 'picture', svg: svgOf('Hoe'), width: 620, height: 200, alt: 'Een lijn van 5 naar "8".' },
    },
    {
      ...{ kind: 'table', caption: 'Alle dagen', rowHeads: true, rows: [['3 oktober', '8']] },
      columns: [
        { text: 'Dag', share: 2 },
        { text: 'Cijfer', share: 1 },
      ],
    },
    { kind: 'page' },
    { kind: 'heading', level: 2, text: 'Daarna' },
  ] satisfies Block[],
}

function svgOf(text: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="620" height="200"><text x="9" y="40" font-size="20">${text}</text></svg>`
}

/** A part of the document, read as XML by a reader that is not the writer's; throws where it is not well-formed. */
function part(files: Record<string, Uint8Array>, name: string): SvgNode {
  const text = new TextDecoder().decode(files[name])
  return readSvg(text.replace(/^<\?xml[^>]*\?>\s*/, '').replaceAll(/<(\/?)[\w]+:/g, '<$1'))
}

function all(node: SvgNode, name: string): SvgNode[] {
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => all(child, name))]
}

const words = (node: SvgNode): string => (node.name === 't' ? node.text : node.children.map(words).join(''))

test('headings are styles, lists are lists, pictures have their words, a table its head; title and language are set', async () => {
  const files = unzipSync(await wordOf(paper))
  const body = part(files, 'word/document.xml')
  const styled = all(body, 'p').map((one) => [all(one, 'pStyle')[0]?.attributes['w:val'] ?? '', words(one)])
  expect(styled.slice(0, 3)).toEqual([
    ['Heading1', 'Zo ging het'],
    ['', 'Het liep & <goed> .En nu?'],
    ['ListParagraph', 'Rustig praten'],
  ])
  expect(styled).toContainEqual(['WeerklankCaption', 'Alle dagen'])
  expect(styled.at(-1)).toEqual(['Heading2', 'Daarna'])
  expect(all(body, 'pageBreakBefore')).toHaveLength(1)
  expect(all(body, 'docPr').map((one) => one.attributes.descr)).toEqual(['Een lijn van 5 naar "8".'])
  const [head, row] = all(body, 'tr')
  expect([all(head ?? body, 'tblHeader').length, words(head ?? body)]).toEqual([1, 'DagCijfer'])
  expect([all(row ?? body, 'tblHeader').length, words(row ?? body)]).toEqual([0, '3 oktober8'])
  const styles = part(files, 'word/styles.xml')
  expect(all(styles, 'lang').map((one) => one.attributes['w:val'])).toContain('nl-NL')
  // A line that is no higher than its letters cuts off a picture.
  for (const file of ['word/styles.xml', 'word/document.xml']) {
    const heights = all(part(files, file), 'spacing').filter((one) => one.attributes['w:line'] !== undefined)
    expect(heights.map((one) => one.attributes['w:lineRule'])).toEqual(heights.map(() => 'auto'))
  }
  expect(all(part(files, 'word/numbering.xml'), 'ind').at(-1)?.attributes['w:hanging']).toBe('340')
  expect(all(part(files, 'docProps/core.xml'), 'title')[0]?.text).toBe('Lina & Noor <3')
  expect(words(part(files, 'word/footer1.xml'))).toContain('Verslag, ')
})

test('the picture in it is a PNG in which something was drawn, with letters too', async () => {
  const sizeWith = async (text: string) => {
    const picture: Block = { kind: 'picture', svg: svgOf(text), width: 620, height: 200, alt: 'x' }
    const files = unzipSync(await wordOf({ ...paper, blocks: [picture] }))
    const [name] = Object.keys(files).filter((one) => one.startsWith('word/media/'))
    const png = files[name ?? '']
    expect([...(png ?? []).slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    return png?.length ?? 0
  }
  expect(await sizeWith('Weerklank йцукен')).toBeGreaterThan((await sizeWith('')) + 1_000)
})
