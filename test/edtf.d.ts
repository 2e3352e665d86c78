/** The second opinion's parser has no types of its own: what the tests use of it. */
declare module 'edtf' {
  export default function edtf(text: string): unknown
}
