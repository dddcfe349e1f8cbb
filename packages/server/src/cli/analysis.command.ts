import { importGrounds } from '@weerklank/core/analysis/exchange'
import { exportAnalysis } from './analysis-export.ts'
import { importAnalysis } from './analysis-import.ts'
import { type Command, UsageError } from './command.ts'
import { option, wrongUse } from './input.ts'

/** `analysis`: analyses from files of other programs, and into files. */
export const analysisCommand: Command = {
  name: 'analysis',
  summary: 'bring in an analysis from another program (.qdpx, .qdc), or write one out',
  help: `weerklank analysis import <file.qdpx> [--member <mail>] [--title <name>] [--ground <…>] [--workspace <name or number>] [--data <folder>]
weerklank analysis export <number> --out <file> [--force] [--language nl|en] [--workspace <name or number>] [--data <folder>]

import begins a new analysis with a project of another program (REFI-QDA 1.5, .qdpx) or its list of codes (.qdc): texts, codes,
selections, memos. What was read otherwise than it stands in the file, or could not be kept, is said line by line. A file that
is no project is refused with the reason, and nothing is kept.
  --member <mail>  whose analysis it becomes: she alone works on it, and what was coded stands in her name. Not needed when
                   one colleague may analyse; else the one who came first is taken, and said
  --title <name>   how it is called; without it as in the file
  --ground <…>     why these words may be here: ${importGrounds.join(', ')}.
                   Without it consent-elsewhere: the people consented, and the consent is kept elsewhere. It stands in the log.
export writes an analysis by the ending of the file:
  .qdpx .qdc       for other programs; who coded is a number
  .csv .xlsx       every quote; with .xlsx also the codebook, themes by voices, and the documents
  .docx .pdf       a report, with only quotes that their speaker approved
Words of people who consent no more, and what a blind round keeps closed, are in none of them. The file is readable for you
only (mode 0600).
  --out <file>     where to; an existing file is refused
  --force          replace an existing file
  --language <…>   of words that are ours; nl without it
Both:
  --workspace <…>  the organisation, by its name or number; not needed when there is one
  --data <folder>  the embedded database in that folder (default ./data), unless DATABASE_URL is set
The last line of import is the number of the analysis, that of export the path of the file. The exit code is 0 when it was
done, 1 when it could not be done, 2 when it was asked wrongly.`,
  options: {
    ...{ workspace: { type: 'string' }, member: { type: 'string' }, title: { type: 'string' } },
    ...{ ground: { type: 'string' }, out: { type: 'string' }, force: { type: 'boolean' } },
    language: { type: 'string' },
  },
  run: async (invocation) => {
    const [deed, first, more] = invocation.positionals
    if (deed !== 'import' && deed !== 'export') {
      throw wrongUse(
        deed === undefined ? 'Say what to do: import or export.' : `There is no "analysis ${deed}".`,
        analysisCommand,
      )
    }
    if (more !== undefined) throw wrongUse(`There is no place for "${more}".`, analysisCommand)
    const language = option(invocation, 'language') ?? 'nl'
    if (language !== 'nl' && language !== 'en') throw new UsageError('A language is nl or en.')
    if (deed === 'import') {
      if (first === undefined)
        throw wrongUse('Say which file: weerklank analysis import <file.qdpx>', analysisCommand)
      return importAnalysis(invocation, { file: first, language })
    }
    const to = option(invocation, 'out')
    if (first === undefined) throw wrongUse('Say which analysis, by its number.', analysisCommand)
    if (!to) throw wrongUse('Say where to: --out <file>', analysisCommand)
    return exportAnalysis(invocation, { analysis: first, to, language })
  },
}
