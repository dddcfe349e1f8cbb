/** Reads what people will read. Alone: `node scripts/check-texts.ts`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clientDocuments } from './client-documents.ts'
import { clientSources, isForMachines } from './client-sources.ts'
import { conclude, type Finding } from './findings.ts'
import { isTest, PROJECT, projectFiles, readSources, type Source } from './sources.ts'
import { dutchTextsIn, type Text, textsIn } from './text-literals.ts'
import { type Complaint, forbiddenWords, longSentences, okButton, WHY } from './text-rules.ts'

/**
 * Texts for clients that must be there. New ones are found by themselves, in every language (client-sources.ts for what stands
 * in code, client-documents.ts for content/); a line here makes sure that such a file cannot disappear unseen.
 */
const CLIENT_TEXTS = [
  'packages/server/src/respond/respond.text.ts',
  'packages/server/src/consent/own-page.text.ts',
  'packages/core/src/consent/legal/privacy-adult.text.ts',
  'packages/core/src/consent/legal/privacy-child.text.ts',
  'content/instruments/contact-check.v1.json',
  'content/openers/contact-check.json',
  ...['tr', 'ar', 'uk', 'pl'].flatMap((tag) => [
    `content/languages/${tag}/page.json`,
    `content/languages/${tag}/checks.json`,
    `content/languages/${tag}/form.json`,
  ]),
]

const isClientDictionary = (path: string) =>
  /^packages\/(server\/src\/(respond|consent)|core\/src\/consent\/legal)\/.*\.text\.ts$/.test(path)
const isScreen = (path: string) => /^packages\/web\/.*\.tsx$/.test(path) || /\.(text|words)\.ts$/.test(path)

export function textFindings(root: string, listed: string[]): { findings: Finding[]; looked: string } {
  const sources = readSources(root, (path) => /^(packages|content)\//.test(path) && !isTest(path))
  const dictionaries = sources.filter(({ path }) => isClientDictionary(path))
  const documents = projectFiles(root)
    .filter((path) => path.startsWith('content/'))
    .flatMap((path) => clientDocuments(path, () => readFileSync(join(root, path), 'utf8')))
  const said = clientSources(root, sources).flatMap(textsIn)
  const clientTexts = [...said.filter((text) => !isForMachines(text)), ...documents]
  const screenTexts = sources.flatMap(textsIn)
  const findings = [
    ...listed
      .filter((path) => !existsSync(join(root, path)))
      .map((file) => ({ file, fact: 'is gone', why: WHY.gone })),
    ...dictionaries.filter((source) => dutchTextsIn(source).length === 0).map(nothingRead),
    ...clientTexts.flatMap((text) => complain(text, longSentences)),
    ...[...screenTexts, ...documents].flatMap((text) => complain(text, forbiddenWords)),
    ...screenTexts.filter(({ file }) => isScreen(file)).flatMap((text) => complain(text, okButton)),
  ]
  return { findings, looked: `${clientTexts.length} texts for clients, ${screenTexts.length} strings in all` }
}

const nothingRead = ({ path }: Source): Finding => ({
  file: path,
  fact: 'has no Dutch texts',
  why: WHY.empty,
})

function complain({ file, line, text }: Text, rule: (text: string) => Complaint[]): Finding[] {
  return rule(text).map((complaint) => ({ file, line, ...complaint }))
}

if (import.meta.main) {
  const { findings, looked } = textFindings(PROJECT, CLIENT_TEXTS)
  conclude({ name: 'texts', looked }, findings)
}
