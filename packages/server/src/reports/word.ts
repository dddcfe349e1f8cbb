import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  LevelFormat,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { Paper } from './paper.ts'
import { wordBlocks } from './word.blocks.ts'
import { bullets, wordStyles } from './word.look.ts'

/** Twentieths of a point. */
const page = { A4: { width: 11_906, height: 16_838 }, A5: { width: 8_391, height: 11_906 } } as const
const margin = 1_134

/**
 * A Word document with the same in it as the PDF: headings as styles, lists as lists, tables with a head that stands again
 * on each page, texts of pictures, its title and language.
 */
export async function wordOf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const size = page[paper.size ?? 'A4']
  const room = (size.width - 2 * margin) / 20
  const section: ISectionOptions = {
    properties: {
      page: {
        ...{ size, margin: { top: margin, bottom: margin, left: margin, right: margin } },
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
    children: await wordBlocks(paper, room),
  }
  const document = new Document({
    ...{ title: plain(paper.title), creator: plain(paper.author), lastModifiedBy: plain(paper.author) },
    styles: wordStyles(paper.language),
    numbering: {
      config: [
        {
          reference: bullets,
          levels: [
            {
              ...{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.START },
              // Lines that go on stand below the words, not below the dot.
              style: { paragraph: { indent: { left: 340, hanging: 340 } } },
            },
          ],
        },
      ],
    },
    sections: [{ ...section, footers: { default: footerOf(paper) } }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** XML knows no control characters. */
const plain = (text: string) => text.replace(/\p{Cc}/gu, ' ')

/** The words of the paper with Word's own counting in them. */
function footerOf({ footer }: Paper): Footer {
  // Numbers that no title holds stand for those that Word counts.
  const [page, of] = [8_675_301, 8_675_302]
  const parts = footer(page, of).split(new RegExp(`(${page}|${of})`))
  const runs = parts.map((part) => {
    if (part === String(page)) return new TextRun({ children: [PageNumber.CURRENT] })
    return part === String(of)
      ? new TextRun({ children: [PageNumber.TOTAL_PAGES] })
      : new TextRun(plain(part))
  })
  return new Footer({ children: [new Paragraph({ style: 'WeerklankSmall', children: runs })] })
}
