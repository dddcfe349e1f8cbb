/** Bits in the order of deflate: the lowest first. */
export class BitWriter {
  #written: number[] = []
  #bits = 0
  #count = 0

  write(value: number, bits: number): void {
    this.#bits |= value << this.#count
    this.#count += bits
    while (this.#count >= 8) {
      this.#written.push(this.#bits & 255)
      this.#bits >>>= 8
      this.#count -= 8
    }
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#count > 0 ? [...this.#written, this.#bits & 255] : this.#written)
  }
}
