/** FAT in any of the names that systems give it: no file of 4 GiB or more can lie there. */
export const isFat = (fileSystem: string): boolean => /^(vfat|msdos|fat(12|16|32)?)$/i.test(fileSystem)

/** Names under which sticks are sold and formatted, by the name that Linux has for them. */
const soldAs: Readonly<Record<string, string>> = {
  vfat: 'FAT32',
  msdos: 'FAT',
  exfat: 'exFAT',
  ntfs: 'NTFS',
  ntfs3: 'NTFS',
  // What Linux mounts by a program of the user's: on sticks that is NTFS, on older systems exFAT as well.
  fuseblk: 'NTFS / exFAT',
}

/** A file system as users know it; a name nobody knows stays as it is, '' where the system does not tell. */
export const fileSystemName = (fileSystem: string): string => soldAs[fileSystem.toLowerCase()] ?? fileSystem
