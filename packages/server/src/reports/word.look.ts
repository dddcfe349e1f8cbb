import { type IStylesOptions, LineRuleType } from 'docx'

/** The list that all lists are. */
export const bullets = 'weerklank-bullets'

const ink = '1B2430'
const font = 'Calibri'
const locales: Readonly<Record<string, string>> = { nl: 'nl-NL', en: 'en-GB' }

/** Styles by which headings are found, in the language of the paper. Sizes are half points. */
export function wordStyles(language: string): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: ink, font },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font, size: 22, color: ink, language: { value: locales[language] ?? language } },
        // Said in so many words: some programs else keep a line as high as letters, and cut a picture off.
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(40, 0),
      heading2: heading(29, 320),
      heading3: heading(24, 240),
    },
    paragraphStyles: [
      { id: 'WeerklankLead', name: 'Weerklank lead', basedOn: 'Normal', run: { size: 25 } },
      {
        id: 'WeerklankSmall',
        name: 'Weerklank small',
        basedOn: 'Normal',
        run: { size: 18, color: '4A545E' },
      },
      { id: 'WeerklankCaption', name: 'Weerklank caption', basedOn: 'Normal', run: { size: 20, bold: true } },
    ],
  }
}
