/** A compound file, as Office wraps what is encrypted, with one name of its directory: « EncryptedPackage », « WordDocument ». */
export function compound(name: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(
    [...name].flatMap((c) => [c.charCodeAt(0), 0]),
    1024,
  );
  return bytes;
}
