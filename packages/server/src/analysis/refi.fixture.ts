import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'

/** Schemas and samples of the standard lie beside the project, not in it (see their README). */
const folder = fileURLToPath(new URL('../../../../../shared/fixtures/refi-qda/', import.meta.url))

/** The bytes of a schema or sample. Says where it should be when it is not there. */
export function refiFile(name: string): Uint8Array {
  const path = `${folder}${name}`
  if (!existsSync(path)) {
    throw new Error(
      `${path} is not there: the schemas and samples of REFI-QDA 1.5 (https://www.qdasoftware.org) belong in that folder.`,
    )
  }
  return new Uint8Array(readFileSync(path))
}

const validators = new Map<string, XsdValidator>()

/** Throws what a validator that shares nothing with our writer finds wrong; nothing when it is as the standard wants it. */
export function holdAgainst(schema: 'Project.xsd' | 'Codebook.xsd', xml: string): void {
  const known = validators.get(schema)
  const validator = known ?? XsdValidator.fromDoc(XmlDocument.fromBuffer(refiFile(schema)))
  validators.set(schema, validator)
  using document = XmlDocument.fromString(xml)
  validator.validate(document)
}
