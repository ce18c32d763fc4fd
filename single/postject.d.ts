declare module 'postject' {
  /** Puts a resource into a program file and turns the fuse over that says so. */
  export function inject(
    file: string,
    resource: string,
    bytes: Uint8Array,
    options: { readonly sentinelFuse: string },
  ): Promise<void>;
}
