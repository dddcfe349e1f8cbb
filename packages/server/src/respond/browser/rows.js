/**
 * What this device keeps until it has been sent: for each response at most one draft (`wait` 0) and one answer that waits
 * (`wait` 1), apart, so that a draft in another tab never takes the place of an answer. In IndexedDB, so that it survives
 * a closed tab; what this tab keeps is also in its memory, for browsers that refuse the other.
 *
 * @typedef {{ key: string, wait: 0 | 1, url: string, body: string, at: number }} Row
 */

/** @type {Map<string, Row>} */
const memory = new Map()

/**
 * Opens anew each time: a phone that slept may have closed what was open.
 *
 * @template T
 * @param {IDBTransactionMode} how
 * @param {(store: IDBObjectStore) => IDBRequest<T>} work
 * @returns {Promise<T | null>} null when this device keeps nothing
 */
const inStore = (how, work) =>
  new Promise((resolve) => {
    const refuse = () => resolve(null)
    // Some versions of Safari never answer the first time.
    setTimeout(refuse, 2e3)
    const opening = indexedDB.open('weerklank')
    const db = () => opening.result
    opening.onupgradeneeded = () => db().createObjectStore('rows', { keyPath: ['wait', 'key'] })
    opening.onerror = refuse
    opening.onsuccess = () => {
      // Strict: an answer must survive an empty battery.
      const unit = db().transaction('rows', how, { durability: 'strict' })
      const asked = work(unit.objectStore('rows'))
      unit.onabort = refuse
      unit.oncomplete = () => {
        resolve(asked.result)
        db().close()
      }
    }
  }).catch(() => null)

/**
 * @param {Row} row
 * @returns {Promise<boolean>} whether it survives a closed tab
 */
export async function keep(row) {
  memory.set(row.wait + row.key, row)
  return !!(await inStore('readwrite', (store) => store.put(row)))
}

/**
 * @param {0 | 1} stage
 * @param {string} whose
 */
export function drop(stage, whose) {
  memory.delete(stage + whose)
  return inStore('readwrite', (store) => store.delete([stage, whose]))
}

/** @param {string} whose */
export const forget = (whose) => Promise.all([drop(0, whose), drop(1, whose)])

/** @returns {Promise<Iterable<Row>>} drafts first */
export async function allRows() {
  /** @type {Row[]} */
  const kept = (await inStore('readonly', (store) => store.getAll())) || []
  return new Map([...kept, ...memory.values()].map((row) => [row.wait + row.key, row])).values()
}
