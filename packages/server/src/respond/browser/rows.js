/**
 * What this device keeps until it has been sent: one row per response, a draft or an answer that waits. In IndexedDB, so
 * that it survives a closed tab; only in this tab's memory where a browser refuses that.
 *
 * @typedef {{ key: string, url: string, body: string, at: number, wait: boolean }} Row
 */

/** @type {Map<string, Row>} */
const memory = new Map()

/**
 * Opens anew each time: a phone that slept may have closed what was open.
 *
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} act
 * @returns {Promise<T | null>} null when this device keeps nothing
 */
const inStore = (mode, act) =>
  new Promise((resolve) => {
    const refuse = () => resolve(null)
    // Some versions of Safari never answer the first time.
    setTimeout(refuse, 2e3)
    const opening = indexedDB.open('weerklank')
    const db = () => opening.result
    opening.onupgradeneeded = () => db().createObjectStore('rows', { keyPath: 'key' })
    opening.onerror = refuse
    opening.onsuccess = () => {
      // Strict: an answer must survive an empty battery.
      const work = db().transaction('rows', mode, { durability: 'strict' })
      const asked = act(work.objectStore('rows'))
      work.onabort = refuse
      work.oncomplete = () => {
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
  memory.delete(row.key)
  const kept = await inStore('readwrite', (store) => store.put(row))
  if (!kept) memory.set(row.key, row)
  return !!kept
}

/** @param {string} key */
export function forget(key) {
  memory.delete(key)
  return inStore('readwrite', (store) => store.delete(key))
}

/** @returns {Promise<Row[]>} */
export const allRows = async () => [
  ...((await inStore('readonly', (store) => store.getAll())) || []),
  ...memory.values(),
]
