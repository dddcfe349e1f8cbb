/** Lets the browser keep a file under a name. It is made here: nothing goes to a server. */
export function keepFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // Firefox reads it only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
