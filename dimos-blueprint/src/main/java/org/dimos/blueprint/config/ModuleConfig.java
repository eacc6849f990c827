package org.dimos.blueprint.config;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a blueprint says about the configuration of one module.
 *
 * @param module the name of the module
 * @param type its class
 * @param values what the blueprint sets, by field
 */
public record ModuleConfig(String module, Class<?> type, ObjectNode values) {}
