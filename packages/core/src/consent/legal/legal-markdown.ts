import type { LegalBlock, LegalDocument } from './legal-document.ts'

/** The document as Markdown. What people filled in can neither become markup nor break a table. */
export function legalMarkdown(document: LegalDocument): string {
  return `${[`# ${plain(document.title)}`, ...document.blocks.map(blockText)].join('\n\n')}\n`
}

function blockText(block: LegalBlock): string {
  switch (block.kind) {
    case 'heading':
      return `## ${plain(block.text)}`
    case 'paragraph':
      return plain(block.text)
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n')
    case 'table':
      return [block.head, block.head.map(() => '---'), ...block.rows].map(rowText).join('\n')
  }
}

const rowText = (cells: readonly string[]) =>
  `| ${cells.map((cell) => (cell === '---' ? cell : plain(cell))).join(' | ')} |`

/** One line in which no sign means anything to Markdown. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|#~]/g, (sign) => `\\${sign}`)
    .replace(/^([-+])/, '\\$1')
    .replace(/^(\d+)\.(?=\s)/, '$1\\.')
}
