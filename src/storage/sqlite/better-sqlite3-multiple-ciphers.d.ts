/** The engine's package does not export its types; its interface is better-sqlite3's. */
declare module 'better-sqlite3-multiple-ciphers' {
  export { default } from 'better-sqlite3';
}
