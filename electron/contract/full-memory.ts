/** What V8 says where an array does not fit. */
const ARRAY = /Array buffer allocation failed|Invalid typed array length|Invalid array buffer length/;

/** Whether what was thrown says that an array does not fit into memory: nothing is wrong with what it was to hold. */
export const fitsNoArray = (thrown: unknown): boolean => thrown instanceof RangeError && ARRAY.test(thrown.message);
