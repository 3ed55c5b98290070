/** Records of others, read by the bridges of the mappings and kept through the same gate as everything else. */
package nl.ooievaar.server.bridge;
