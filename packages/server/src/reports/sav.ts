import { savBytes } from './sav.bytes.ts'
import { caseWriter } from './sav.cases.ts'
import { rowSlots, segmentsOf, writeDictionary } from './sav.dictionary.ts'
import type { Chunks, Sheet } from './table.ts'
import { utf8, utf8Within } from './text-bytes.ts'

/**
 * A table as an SPSS system file (`.sav`), compressed, in UTF-8: long names, labels of variables and values, missing
 * values. The layout is as the PSPP developers published it ("System File Format", PSPP Developers Guide, appendix).
 * The number of rows stands in its head as unknown, so that it is written as it goes. `made` is an instant.
 */
export async function* savOf(sheet: Sheet, made: string): Chunks {
  const { columns } = sheet
  const segments = segmentsOf(columns)
  const to = savBytes()
  writeHeader(to, { title: sheet.title, made, slots: rowSlots(segments) })
  writeDictionary(to, { columns, segments })
  yield to.take()
  const cases = caseWriter(columns, segments)
  for await (const batch of sheet.rows) {
    for (const row of batch) cases.row(row)
    yield cases.take()
  }
  yield cases.end()
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function writeHeader(
  to: ReturnType<typeof savBytes>,
  of: { title: string; made: string; slots: number },
): void {
  const [, year = '', month = '01', day = '01', time = '00:00:00'] =
    /^\d\d(\d\d)-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)/.exec(of.made) ?? []
  to.field(utf8('$FL2@(#) SPSS DATA FILE Weerklank'), 64)
  // Layout 2, compressed, no weights, the number of rows unknown.
  to.int(2, of.slots, 1, 0, -1)
  to.float(100)
  to.field(utf8(`${day} ${months[Number(month) - 1] ?? 'Jan'} ${year}`), 9)
  to.field(utf8(time), 8)
  to.field(utf8Within(of.title, 64), 64)
  to.bytes(new Uint8Array(3))
}
