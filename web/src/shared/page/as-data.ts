/** Bytes as an address that a picture can be shown by: pages take pictures from their own origin and from such addresses alone. */
export const asData = (bytes: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error('the picture could not be read'));
    reader.readAsDataURL(bytes);
  });
