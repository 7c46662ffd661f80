package org.yuyin.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 writes it, {@code application/problem+json}.
 *
 * @param type always "about:blank": the title is that of the status
 * @param title what kind of error, the same for every error of this status
 * @param status HTTP status
 * @param detail what happened here and what to do about it
 * @param instance path of the request
 * @param field the field that is wrong, where the contract says it
 * @param rule the rule that it breaks
 * @param reference number of the log entry, for errors of ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @Nullable String field,
    @Nullable String rule,
    @Nullable String reference) {}
